/** Whether each visit was there once: topic, files, truth and an undisturbed run compared. */
package io.sightings.faults.verdict;
