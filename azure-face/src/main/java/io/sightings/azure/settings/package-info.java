/** What the Azure path can be told. */
package io.sightings.azure.settings;
