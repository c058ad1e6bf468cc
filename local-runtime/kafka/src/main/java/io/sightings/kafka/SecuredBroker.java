package io.sightings.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * The Apache Kafka server in a JVM of its own, which its clients reach by TLS and with a password,
 * by PLAIN or SCRAM-SHA-512, and which denies what no ACL allows. For tests. It ends with this
 * process, however that ends.
 */
public final class SecuredBroker implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 5;
  private static final int PORT_ATTEMPTS = 5;
  private static final int LOOK_AGAIN_MILLIS = 10;
  private static final int SCRAM_ITERATIONS = 4096;
  private static final ScramMechanism SCRAM = ScramMechanism.SCRAM_SHA_512;

  private final Path dir;
  private final SelfSignedCertificate certificate;
  private final BrokerProcess process;
  private final int open;
  private final int port;

  private SecuredBroker(
      Path dir, SelfSignedCertificate certificate, BrokerProcess process, int open, int port) {
    this.dir = dir;
    this.certificate = certificate;
    this.process = process;
    this.open = open;
    this.port = port;
  }

  /**
   * @param users names and passwords of users who may do everything; letters and digits only
   * @throws BrokerUnavailableException if it does not start
   */
  public static SecuredBroker start(Map<String, String> users) {
    try {
      Path dir = Files.createTempDirectory("kafka-secured-");
      return start(dir, SelfSignedCertificate.make(dir), users);
    } catch (IOException e) {
      throw new UncheckedIOException("no secured Kafka broker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException("interrupted while the Kafka broker started", e);
    }
  }

  private static SecuredBroker start(
      Path dir, SelfSignedCertificate certificate, Map<String, String> users)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    for (int attempt = 1; ; attempt++) {
      int open = FreePorts.free();
      SecuredListener listener = new SecuredListener(FreePorts.free(), certificate, users);
      ServerProperties properties =
          new ServerProperties(open, FreePorts.free(), dir.resolve("data"), listener);
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
    administer(port, admin -> admin.alterUserScramCredentials(users).all());
  }

  private static void administer(int port, Function<Admin, KafkaFuture<?>> change)
      throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      change.apply(admin).get();
    } catch (ExecutionException e) {
      throw new BrokerUnavailableException("not changed: " + e.getCause().getMessage(), e);
    }
  }

  /** From now on, or a second later, SCRAM no longer lets this user in, nor stay. */
  public void forget(String user) throws InterruptedException {
    alter(List.of(new UserScramCredentialDeletion(user, SCRAM)), open);
  }

  /** Adds ACLs. They hold when this returns. */
  public void allow(Collection<AclBinding> rights) throws InterruptedException {
    administer(open, admin -> admin.createAcls(rights).all());
    awaitRights(known -> known.containsAll(rights));
  }

  /** Deletes an ACL. It holds no longer when this returns. */
  public void revoke(AclBinding right) throws InterruptedException {
    administer(open, admin -> admin.deleteAcls(List.of(right.toFilter())).all());
    awaitRights(known -> !known.contains(right));
  }

  /** The controller confirms a change before the broker applies it. */
  private void awaitRights(Predicate<Collection<AclBinding>> applied) throws InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + open))) {
      while (!applied.test(admin.describeAcls(AclBindingFilter.ANY).values().get())) {
        if (System.nanoTime() - deadline > 0) {
          throw new BrokerUnavailableException("the broker does not apply a change of ACLs", null);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    } catch (ExecutionException e) {
      throw new BrokerUnavailableException("no ACLs: " + e.getCause().getMessage(), e);
    }
  }

  /** SCRAM lets this user in, who may do what ACLs allow. */
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
