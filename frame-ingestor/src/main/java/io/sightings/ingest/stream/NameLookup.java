package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamUrl;
import io.sightings.ingest.ffmpeg.ReadDeadline;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for a host's address before FFmpeg does. The system's resolver cannot be interrupted, and
 * may take half a minute to say that there is no such host; here it does so on a thread of its own,
 * which ends when the resolver does.
 */
final class NameLookup {
  private static final long CHECK_MILLIS = 50;

  private NameLookup() {}

  /**
   * Returns when the host is known, or the deadline has ended.
   *
   * @throws UnknownHostException if there is no such host
   */
  static void await(StreamAddress address, ReadDeadline deadline) throws UnknownHostException {
    String host = address.isDevice() ? "" : StreamUrl.of(address.url()).host();
    if (host.isEmpty() || goesThroughProxy(address)) {
      return;
    }
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    Thread thread = new Thread(() -> look(host, found), "lookup-" + host);
    thread.setDaemon(true);
    thread.start();
    while (!deadline.ended()) {
      try {
        found.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException notYet) {
        // Looks at the deadline, then waits on.
      } catch (ExecutionException e) {
        throw (UnknownHostException) new UnknownHostException(host).initCause(e.getCause());
      } catch (InterruptedException e) {
        // The deadline knows it from this flag.
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void look(String host, CompletableFuture<InetAddress[]> found) {
    try {
      found.complete(InetAddress.getAllByName(host));
    } catch (UnknownHostException | RuntimeException e) {
      found.completeExceptionally(e);
    }
  }

  /** Then it is the proxy who knows the host. */
  private static boolean goesThroughProxy(StreamAddress address) {
    Map<String, String> environment = System.getenv();
    return StreamUrl.of(address.url()).scheme().startsWith("http")
        && (address.options().containsKey("http_proxy")
            || environment.containsKey("http_proxy")
            || environment.containsKey("https_proxy"));
  }
}
