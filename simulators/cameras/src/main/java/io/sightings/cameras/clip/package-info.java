/**
 * What the cameras of the lab see: encoded pictures of people who do not exist, each with its
 * number.
 */
@NullMarked
package io.sightings.cameras.clip;

import org.jspecify.annotations.NullMarked;
