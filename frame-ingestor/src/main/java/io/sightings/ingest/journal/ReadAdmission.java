package io.sightings.ingest.journal;

/** Whether something may be read now. */
public sealed interface ReadAdmission {

  /** Admits what no journal is kept of. */
  Granted UNRECORDED =
      new Granted() {
        @Override
        public void delivers() {}

        @Override
        public void finished() {}

        @Override
        public void close() {}
      };

  /** The file or camera may be read. Its entry stays in the journal until this is closed. */
  non-sealed interface Granted extends ReadAdmission, AutoCloseable {
    /** The reader received a frame. Only the first call counts. */
    void delivers();

    /**
     * The reader reached the end, or the point where the file is damaged, and the process lives.
     */
    void finished();

    /** Reading has ended, for any reason. May be called again. */
    @Override
    void close();
  }

  /**
   * The caller must ask again after some seconds.
   *
   * @param why in words
   */
  record Deferred(String why) implements ReadAdmission {}

  /**
   * It must not be read: the ingestor has ended too often during its reading.
   *
   * @param why a clause without credentials
   */
  record Refused(String why) implements ReadAdmission {}
}
