/** The whole product as processes of this machine that go on when the command has ended. */
package io.sightings.cli.cluster;
