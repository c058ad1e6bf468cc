package io.sightings.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * The Apache Kafka server in a JVM of its own, which its clients reach by TLS and with a password,
 * by PLAIN or SCRAM-SHA-512. For tests. It ends with this process, however that ends.
 */
public final class SecuredBroker implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 5;
  private static final int PORT_ATTEMPTS = 5;
  private static final int SCRAM_ITERATIONS = 4096;
  private static final ScramMechanism SCRAM = ScramMechanism.SCRAM_SHA_512;

  private final Path dir;
  private final SelfSigned certificate;
  private final BrokerProcess process;
  private final int open;
  private final int port;

  private SecuredBroker(
      Path dir, SelfSigned certificate, BrokerProcess process, int open, int port) {
    this.dir = dir;
    this.certificate = certificate;
    this.process = process;
    this.open = open;
    this.port = port;
  }

  /**
   * @param users who may come in; letters and digits only
   * @throws BrokerUnavailableException if it does not start
   */
  public static SecuredBroker start(Map<String, String> users) {
    try {
      Path dir = Files.createTempDirectory("kafka-secured-");
      return start(dir, SelfSigned.make(dir), users);
    } catch (IOException e) {
      throw new UncheckedIOException("no secured Kafka broker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException("interrupted while the Kafka broker started", e);
    }
  }

  private static SecuredBroker start(Path dir, SelfSigned certificate, Map<String, String> users)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    for (int attempt = 1; ; attempt++) {
      int open = Ports.free();
      SecuredListener listener = new SecuredListener(Ports.free(), certificate, users);
      ServerProperties properties =
          new ServerProperties(open, Ports.free(), dir.resolve("data"), listener);
      BrokerProcess process = BrokerProcess.launch(dir, properties);
      if (process.awaitStarted(deadline)) {
        letIn(users, open);
        return new SecuredBroker(dir, certificate, process, open, listener.port());
      }
      delete(dir.resolve("data"));
      if (attempt == PORT_ATTEMPTS) {
        throw process.failed("finds no free port");
      }
    }
  }

  private static void letIn(Map<String, String> users, int port) throws InterruptedException {
    ScramCredentialInfo scram = new ScramCredentialInfo(SCRAM, SCRAM_ITERATIONS);
    List<UserScramCredentialAlteration> all = new ArrayList<>();
    users.forEach(
        (name, password) -> all.add(new UserScramCredentialUpsertion(name, scram, password)));
    alter(all, port);
  }

  private static void alter(List<UserScramCredentialAlteration> users, int port)
      throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      admin.alterUserScramCredentials(users).all().get();
    } catch (ExecutionException e) {
      throw new BrokerUnavailableException("no users: " + e.getCause().getMessage(), e);
    }
  }

  /** From now on, or a second later, SCRAM no longer lets this user in, nor stay. */
  public void forget(String user) throws InterruptedException {
    alter(List.of(new UserScramCredentialDeletion(user, SCRAM)), open);
  }

  /** SCRAM lets this user in. */
  public void letIn(String user, String password) throws InterruptedException {
    letIn(Map.of(user, password), open);
  }

  /** Where clients connect, by TLS and with a password. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** The certificate they are to believe, PEM. */
  public Path certificate() {
    return certificate.certificate();
  }

  @Override
  public void close() {
    process.stop(STOP_SECONDS);
    delete(dir);
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's directory " + tree + " cannot be deleted", e);
    }
  }
}
