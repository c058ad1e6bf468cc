/** Whether the topic and the files tell the same. */
package io.sightings.cli.audit;
