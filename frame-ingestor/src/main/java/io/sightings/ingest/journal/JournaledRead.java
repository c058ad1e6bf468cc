package io.sightings.ingest.journal;

/** A file or stream that is being read. Closed when reading ends, for any reason. */
public interface JournaledRead extends AutoCloseable {
  /** Of what no journal is kept of. */
  JournaledRead UNRECORDED =
      new JournaledRead() {
        @Override
        public void delivers() {}

        @Override
        public void finished() {}

        @Override
        public void close() {}
      };

  /** It gives frames. To be called once or often, for the first frame or for each. */
  void delivers();

  /** It was read to its end, or as far as it can be, and ended nothing. */
  void finished();

  /** May be called again. */
  @Override
  void close();
}
