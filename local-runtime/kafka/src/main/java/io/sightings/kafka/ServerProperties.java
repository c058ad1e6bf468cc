package io.sightings.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The settings of a single broker that is its own controller.
 *
 * @param extension adds to the settings, or changes them
 */
record ServerProperties(
    int port, int controllerPort, Path data, Consumer<Map<String, String>> extension) {
  /** Flink's transactions live as long as a checkpoint may take. */
  private static final int LONGEST_TRANSACTION_MILLIS = 15 * 60 * 1000;

  ServerProperties(int port, int controllerPort, Path data) {
    this(port, controllerPort, data, settings -> {});
  }

  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put("process.roles", "broker,controller");
    values.put("node.id", "1");
    values.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    values.put("controller.listener.names", "CONTROLLER");
    values.put("inter.broker.listener.name", "PLAINTEXT");
    values.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    values.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    values.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    // Forward slashes, as backslashes are escapes in a properties file.
    values.put("log.dirs", data.toAbsolutePath().toString().replace('\\', '/'));
    values.put("auto.create.topics.enable", "false");
    values.put("num.partitions", "4");
    values.put("message.max.bytes", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES));
    values.put("replica.fetch.max.bytes", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES));
    values.put("offsets.topic.replication.factor", "1");
    values.put("offsets.topic.num.partitions", "3");
    values.put("transaction.state.log.replication.factor", "1");
    values.put("transaction.state.log.min.isr", "1");
    values.put("transaction.state.log.num.partitions", "3");
    values.put("transaction.max.timeout.ms", Integer.toString(LONGEST_TRANSACTION_MILLIS));
    values.put("share.coordinator.state.topic.replication.factor", "1");
    values.put("share.coordinator.state.topic.min.isr", "1");
    // A broker that was killed is let in again only when this has passed.
    values.put("broker.session.timeout.ms", "3000");
    values.put("broker.heartbeat.interval.ms", "500");
    values.put("group.initial.rebalance.delay.ms", "0");
    extension.accept(values);
    return values;
  }

  String text() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
