/** What is read: videos, photos and folders of both. A source runs once and never retries. */
package io.sightings.ingest.source;
