package io.sightings.engine.model.fetch;

import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelSource;

/** Hears how fetching goes on. */
public interface FetchListener {

  /** One source of a model is tried now. */
  void started(ModelEntry model, ModelSource source);

  /**
   * @param bytes that have arrived
   * @param of how many; 0 where that is not known
   */
  void progressed(long bytes, long of);

  /** A source was of no use; the next one is tried, if there is one. */
  void failed(ModelEntry model, ModelSource source, String reason);

  /** Another process fetches models; this one waits for it. */
  void waiting();
}
