package io.sightings.kafka;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * What runs in the broker's JVM: formats the storage where that is new, then becomes the broker.
 *
 * <p>The parent holds the other end of the standard input. It closes when the parent stops the
 * broker, and just as well when the parent dies, be it by kill -9: so no broker is ever left over,
 * but for one that was asked to live alone.
 */
public final class BrokerMain {
  /** System property of a broker that is not to end with its parent. */
  static final String ALONE = "sightings.broker.alone";

  private static final long LONGEST_SHUTDOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private BrokerMain() {}

  public static void main(String[] args) {
    String properties = args[0];
    String clusterId = args[1];
    if (!Boolean.getBoolean(ALONE)) {
      Thread parent = new Thread(BrokerMain::exitWithParent, "parent");
      parent.setDaemon(true);
      parent.start();
    }
    String[] format = {"format", "--ignore-formatted", "-t", clusterId, "-c", properties};
    int failed = StorageTool.execute(format, System.out);
    if (failed != 0) {
      System.exit(failed);
    }
    Kafka.main(new String[] {properties});
  }

  private static void exitWithParent() {
    awaitEndOfInput();
    Thread last = new Thread(BrokerMain::haltWhenTooSlow, "last-resort");
    last.setDaemon(true);
    last.start();
    System.exit(0);
  }

  private static void awaitEndOfInput() {
    try {
      int read;
      do {
        read = System.in.read();
      } while (read >= 0);
    } catch (IOException e) {
      System.err.println("The parent process is gone: " + e.getMessage());
    }
  }

  private static void haltWhenTooSlow() {
    long end = System.nanoTime() + LONGEST_SHUTDOWN_NANOS;
    for (long left; (left = end - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
    }
    Runtime.getRuntime().halt(1);
  }
}
