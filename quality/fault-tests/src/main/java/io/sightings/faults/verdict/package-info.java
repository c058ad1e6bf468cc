/** Whether each visit was there once: topic, files, truth and an undisturbed run compared. */
@NullMarked
package io.sightings.faults.verdict;

import org.jspecify.annotations.NullMarked;
