/**
 * Watched folders and the folders of uploads: finds complete files and puts them away once they are
 * read. How a file is read does not enter.
 */
@NullMarked
package io.sightings.ingest.folder;

import org.jspecify.annotations.NullMarked;
