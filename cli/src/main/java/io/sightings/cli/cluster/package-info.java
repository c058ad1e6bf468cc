/** The whole product as processes of this machine that go on when the command has ended. */
@NullMarked
package io.sightings.cli.cluster;

import org.jspecify.annotations.NullMarked;
