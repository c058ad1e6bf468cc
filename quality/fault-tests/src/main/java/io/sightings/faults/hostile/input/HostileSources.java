package io.sightings.faults.hostile.input;

/** The sources of the ingestor that take hostile inputs. */
public final class HostileSources {
  /** An upload source. */
  public static final String DOOR = "hostile-door";

  /** A watched folder. */
  public static final String FOLDER = "hostile-folder";

  private HostileSources() {}
}
