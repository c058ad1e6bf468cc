package io.sightings.ingest.monitor;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Exceptions that no code provides for: each kind of them is logged once with its stack, all of
 * them are counted. Safe for use by many threads.
 */
public final class UnexpectedErrors {
  /** Kinds that are told apart; beyond, further ones are logged without being remembered. */
  private static final int MAX_KINDS = 100;

  private final Logger log;
  private final String where;
  private final Runnable counter;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Those of a source, which its monitor counts. */
  public UnexpectedErrors(Logger log, SourceMonitor monitor) {
    this(log, monitor.id(), monitor::unexpected);
  }

  /**
   * @param where they happen, in words
   * @param counter counts one
   */
  public UnexpectedErrors(Logger log, String where, Runnable counter) {
    this.log = log;
    this.where = where;
    this.counter = counter;
  }

  /**
   * @param what failed, in words
   */
  public void tell(String what, Throwable error) {
    counter.run();
    String kind =
        error.getClass().getName()
            + Arrays.stream(error.getStackTrace()).findFirst().map(Object::toString).orElse("");
    if (known.size() >= MAX_KINDS || known.add(kind)) {
      log.warn("{}: {} by an unexpected error", where, what, error);
    } else {
      log.debug("{}: {} again by {}", where, what, error.toString());
    }
  }
}
