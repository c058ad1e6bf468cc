package io.sightings.ingest.progress;

import io.sightings.contract.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of what the ingestor keeps: progress, and uploaded videos until they are read. */
public final class StateFolder {
  private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

  private StateFolder() {}

  /** Creates it for this user only; one that is open to others is closed to them. */
  public static void prepare(Path state) {
    try {
      switch (PrivateFiles.createFolder(state)) {
        case PRIVATE -> LOG.debug("{} is private", state);
        case CLOSED -> LOG.info("{} was open to other users of this machine: now it is not", state);
        case OPEN ->
            LOG.warn(
                "{} belongs to another user and is open to others: what is created in it is private",
                state);
      }
    } catch (IOException e) {
      LOG.warn("The state folder {} cannot be created: {}", state, e.toString());
    }
  }
}
