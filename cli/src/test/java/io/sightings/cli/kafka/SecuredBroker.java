package io.sightings.cli.kafka;

import io.sightings.cameras.SelfSignedCertificate;
import io.sightings.kafka.LocalBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * A broker that its clients reach by TLS and with a password, by PLAIN or SCRAM-SHA-512, and that
 * denies what no ACL allows.
 */
final class SecuredBroker implements AutoCloseable {
  private static final Duration APPLY_TIMEOUT = Duration.ofSeconds(60);
  private static final int POLL_INTERVAL_MILLIS = 10;
  private static final int SCRAM_ITERATIONS = 4096;
  private static final ScramMechanism SCRAM = ScramMechanism.SCRAM_SHA_512;

  private final Path dir;
  private final Path certificate;
  private final LocalBroker broker;
  private int port;

  /**
   * @param users names and passwords of users who may do everything; letters and digits only
   */
  SecuredBroker(Map<String, String> users) throws IOException, InterruptedException {
    dir = Files.createTempDirectory("kafka-secured-");
    SelfSignedCertificate keys = SelfSignedCertificate.make(dir);
    certificate = Files.writeString(dir.resolve("server.pem"), keys.pem());
    broker =
        LocalBroker.start(
            settings -> {
              port = freePort();
              new SecuredListener(port, keys, users).addTo(settings);
            });
    admit(users);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError("no free port", e);
    }
  }

  /** SCRAM admits these users, who may do what ACLs allow. */
  void admit(Map<String, String> users) throws InterruptedException {
    ScramCredentialInfo scram = new ScramCredentialInfo(SCRAM, SCRAM_ITERATIONS);
    List<UserScramCredentialAlteration> all = new ArrayList<>();
    users.forEach(
        (name, password) -> all.add(new UserScramCredentialUpsertion(name, scram, password)));
    administer(admin -> admin.alterUserScramCredentials(all).all());
  }

  /** A second later at the latest, SCRAM no longer admits this user, and ends its connections. */
  void forget(String user) throws InterruptedException {
    administer(
        admin ->
            admin
                .alterUserScramCredentials(List.of(new UserScramCredentialDeletion(user, SCRAM)))
                .all());
  }

  /** Adds ACLs. They hold when this returns. */
  void allow(Collection<AclBinding> rights) throws InterruptedException {
    administer(admin -> admin.createAcls(rights).all());
    awaitRights(known -> known.containsAll(rights));
  }

  /** Deletes an ACL. It holds no longer when this returns. */
  void revoke(AclBinding right) throws InterruptedException {
    administer(admin -> admin.deleteAcls(List.of(right.toFilter())).all());
    awaitRights(known -> !known.contains(right));
  }

  /** The controller confirms a change before the broker applies it. */
  private void awaitRights(Predicate<Collection<AclBinding>> applied) throws InterruptedException {
    long deadline = System.nanoTime() + APPLY_TIMEOUT.toNanos();
    while (!applied.test(administer(admin -> admin.describeAcls(AclBindingFilter.ANY).values()))) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("the broker does not apply a change of ACLs");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
    }
  }

  private <T> T administer(Function<Admin, KafkaFuture<T>> request) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return request.apply(admin).get();
    } catch (ExecutionException e) {
      throw new AssertionError("the broker refuses an administrator's request", e);
    }
  }

  /** Where clients connect, by TLS and with a password. */
  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** The certificate that clients have to trust, PEM. */
  Path certificate() {
    return certificate;
  }

  @Override
  public void close() throws IOException {
    broker.close();
    try (var files = Files.list(dir)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(dir);
  }
}
