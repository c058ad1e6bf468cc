package io.sightings.contract.lease;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Values by key, each opened with its first lease and closed with its last. Thread-safe.
 *
 * @param <K> equal keys share a value
 * @param <V> the value
 */
public final class SharedValues<K, V> {
  private final Map<K, Held<V>> held = new HashMap<>();
  private final Consumer<V> closer;

  /**
   * @param closer closes a value without its lock, so that a key may be opened again meanwhile
   */
  public SharedValues(Consumer<V> closer) {
    this.closer = closer;
  }

  /** One user's hold on a value. Closing it again has no effect. */
  public static final class Lease<V> implements AutoCloseable {
    private final V value;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Lease(V value, Runnable release) {
      this.value = value;
      this.release = release;
    }

    /** A lease on a value that is not shared. */
    public static <V> Lease<V> unshared(V value, Runnable close) {
      return new Lease<>(value, close);
    }

    public V value() {
      return value;
    }

    public boolean isClosed() {
      return closed.get();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        release.run();
      }
    }
  }

  /**
   * Leases the value of a key.
   *
   * @param open opens it for the first lease; what it throws is thrown, and nothing is held
   */
  public synchronized Lease<V> acquire(K key, Function<K, V> open) {
    Held<V> one = held.computeIfAbsent(key, absent -> new Held<>(open.apply(absent)));
    one.leases++;
    return new Lease<>(one.value, () -> release(key, one));
  }

  private void release(K key, Held<V> one) {
    synchronized (this) {
      one.leases--;
      if (one.leases > 0) {
        return;
      }
      held.remove(key);
    }
    closer.accept(one.value);
  }

  private static final class Held<V> {
    private final V value;
    private int leases;

    Held(V value) {
      this.value = value;
    }
  }
}
