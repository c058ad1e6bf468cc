/** Whether the topic and the files tell the same. */
@NullMarked
package io.sightings.cli.audit;

import org.jspecify.annotations.NullMarked;
