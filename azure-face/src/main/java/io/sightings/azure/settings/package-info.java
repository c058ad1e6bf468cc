/** What the Azure path can be told. */
@NullMarked
package io.sightings.azure.settings;

import org.jspecify.annotations.NullMarked;
