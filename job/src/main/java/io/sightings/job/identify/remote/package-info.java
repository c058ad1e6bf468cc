/**
 * Requests identities from an identification service, beside the stream.
 *
 * <p>Knows no vendor: a service is a {@link io.sightings.job.identify.remote.RemoteIdentifier}.
 */
package io.sightings.job.identify.remote;
