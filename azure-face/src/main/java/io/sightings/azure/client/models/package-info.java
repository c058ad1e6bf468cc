/** What the Face service is told and answers, named as in its SDK. */
package io.sightings.azure.client.models;
