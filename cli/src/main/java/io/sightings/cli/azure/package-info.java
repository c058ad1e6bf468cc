/**
 * Enrolment into an Azure person group, and the emulator as a command.
 *
 * <p>Calls the service only through the azure-face module.
 */
@NullMarked
package io.sightings.cli.azure;

import org.jspecify.annotations.NullMarked;
