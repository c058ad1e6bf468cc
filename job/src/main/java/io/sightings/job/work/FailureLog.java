package io.sightings.job.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Logs unexpected exceptions: the first of each kind with its stack at WARN, further ones at DEBUG,
 * since a broken model fails on every frame. A kind is the exception's class and the line that
 * threw it. Safe for several threads.
 */
public final class FailureLog {
  private static final int MAX_KINDS = 100;

  private final Logger log;
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();

  public FailureLog(Logger log) {
    this.log = log;
  }

  /**
   * @param what happened, in one sentence without a full stop
   */
  public void unexpected(String what, Throwable failure) {
    if (kinds.size() < MAX_KINDS && kinds.add(kind(failure))) {
      log.warn("{}. Further failures of this kind are logged at DEBUG.", what, failure);
    } else {
      log.debug(what, failure);
    }
  }

  private static String kind(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }
}
