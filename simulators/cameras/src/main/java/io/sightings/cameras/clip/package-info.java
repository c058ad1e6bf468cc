/**
 * What the cameras of the lab see: encoded pictures of people who do not exist, each with its
 * number.
 */
package io.sightings.cameras.clip;
