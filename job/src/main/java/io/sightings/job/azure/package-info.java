/**
 * Azure AI Face behind the interfaces of the stages.
 *
 * <p>The only package of the job that uses the azure-face module; no class of it is part of the
 * state.
 */
package io.sightings.job.azure;
