/** Files and folders that no other user of the machine may read. */
package io.sightings.contract.file;
