/** What the Face service is told and answers, named as in its SDK. */
@NullMarked
package io.sightings.azure.client.models;

import org.jspecify.annotations.NullMarked;
