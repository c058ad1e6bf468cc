package io.sightings.job.quarantine;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where attempts are kept so that they outlive every process of the cluster: a map whose entries
 * are replaced whole. Equal stores are the same place.
 */
public interface AttemptStore extends Serializable {

  /** A connection to the store. */
  interface Connection extends AutoCloseable {

    /**
     * All entries. Blocks for some seconds at most.
     *
     * @throws IOException if the store does not answer
     */
    Map<String, byte[]> read() throws IOException, InterruptedException;

    /**
     * Replaces an entry. Entries become durable in the order of the calls.
     *
     * @param value null removes the entry
     * @param done receives null once the entry is durable, or why it will not be; from any thread
     */
    void put(String key, byte[] value, Consumer<Exception> done);

    /** Gives up what is not durable within a second. */
    @Override
    void close();
  }

  /** Neither blocks nor fails for a store that is away. */
  Connection open();
}
