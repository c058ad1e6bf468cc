/** Files and folders that no other user of the machine may read. */
@NullMarked
package io.sightings.contract.file;

import org.jspecify.annotations.NullMarked;
