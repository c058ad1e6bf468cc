package io.sightings.benchmarks.hostile;

import io.sightings.kafka.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the upload server holds, and what it holds meanwhile. */
@Command(
    name = "hostile-uploads",
    mixinStandardHelpOptions = true,
    description =
        "Thousands of hostile uploads with good ones between them. Fails if one is answered 5xx"
            + " or as nobody expects, or if a good one is not on the topic exactly once.")
final class HostileUploads implements Callable<Integer> {
  private static final int QUARTERS = 4;

  @Option(names = "--uploads", defaultValue = "20000", description = "default: ${DEFAULT-VALUE}")
  private int uploads;

  @Option(names = "--good", defaultValue = "0.1", description = "share, default: ${DEFAULT-VALUE}")
  private double good;

  @Option(names = "--slow", defaultValue = "0.01", description = "share, default: ${DEFAULT-VALUE}")
  private double slow;

  @Option(names = "--clients", defaultValue = "12", description = "default: ${DEFAULT-VALUE}")
  private int clients;

  @Option(names = "--seed", defaultValue = "42", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--heap", defaultValue = "256m", description = "default: ${DEFAULT-VALUE}")
  private String heap;

  @Option(names = "--folder", required = true, description = "for what the ingestor keeps")
  private Path folder;

  private final Tally tally = new Tally();
  private final List<Attack> attacks = new ArrayList<>();
  private final List<Attack> slowAttacks = ProtocolAttacks.slow();

  public static void main(String[] args) {
    // Shorter than the server's: a connection it closes while it is used is no fault of either.
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    System.exit(new CommandLine(new HostileUploads()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    attacks.addAll(PictureAttacks.all());
    attacks.addAll(MultipartAttacks.all());
    attacks.addAll(RequestAttacks.all());
    attacks.addAll(ProtocolAttacks.all());
    try (LocalBroker broker = LocalBroker.start();
        ServerProcess server = ServerProcess.start(broker.bootstrap(), folder, heap)) {
      long start = System.nanoTime();
      send(server);
      say("%d uploads in %.0f s", uploads, (System.nanoTime() - start) / 1e9);
      return new Verdict(tally, broker.bootstrap()).print(HostileUploads::say) ? 0 : 1;
    }
  }

  private void send(ServerProcess server) throws Exception {
    Random random = new Random(seed);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    RawClient raw = new RawClient(server.port());
    GoodClient honest = new GoodClient(server.port());
    say("  0 %%: %s", server.footprint());
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < uploads / QUARTERS; i++) {
        sent.add(threads.submit(next(random, raw, honest)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
      say("%3d %%: %s", 100 * quarter / QUARTERS, server.footprint());
    }
    threads.shutdown();
  }

  private Runnable next(Random random, RawClient raw, GoodClient honest) {
    double lot = random.nextDouble();
    Random own = new Random(random.nextLong());
    if (lot < good) {
      return () -> good(honest, own);
    }
    List<Attack> kinds = lot < good + slow ? slowAttacks : attacks;
    Attack attack = kinds.get(random.nextInt(kinds.size()));
    return () -> hostile(attack, raw, own);
  }

  private void hostile(Attack attack, RawClient raw, Random random) {
    try {
      tally.hostile(attack, raw.send(attack.maker().apply(random)));
    } catch (IOException e) {
      tally.broken(attack.name(), e);
    }
  }

  private void good(GoodClient honest, Random random) {
    try {
      tally.good(honest.send(Pictures.good(random)));
    } catch (IOException e) {
      tally.broken("a good picture", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
