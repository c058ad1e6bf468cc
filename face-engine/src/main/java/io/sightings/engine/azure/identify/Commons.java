package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.settings.AzureSettings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is shared in this JVM: opened with the first who asks, closed with the last. */
final class Commons {
  private static final Commons SHARED = new Commons();

  private final Map<AzureSettings, Held> held = new HashMap<>();

  private Commons() {}

  /** One user's hold. Closing it twice changes nothing. */
  static final class Hold implements AutoCloseable {
    private final Common common;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Hold(Common common, Runnable release) {
      this.common = common;
      this.release = release;
    }

    Common common() {
      return common;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        release.run();
      }
    }
  }

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static Hold acquire(AzureSettings settings) {
    return SHARED.hold(settings);
  }

  /** For somebody with another clock, who shares nothing but the resources. */
  static Hold unshared(AzureSettings settings, InstantSource clock) {
    return unshared(Common.open(settings, clock));
  }

  static Hold unshared(Common own) {
    return new Hold(own, own.lease()::close);
  }

  private synchronized Hold hold(AzureSettings settings) {
    Held one =
        held.computeIfAbsent(settings, key -> new Held(Common.open(key, InstantSource.system())));
    one.holds++;
    return new Hold(one.common, () -> release(settings, one));
  }

  private synchronized void release(AzureSettings settings, Held one) {
    one.holds--;
    if (one.holds == 0) {
      held.remove(settings);
      one.common.lease().close();
    }
  }

  private static final class Held {
    private final Common common;
    private int holds;

    Held(Common common) {
      this.common = common;
    }
  }
}
