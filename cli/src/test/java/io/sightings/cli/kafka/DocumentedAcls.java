package io.sightings.cli.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The ACLs that the lines of a document with {@code kafka-acls.sh} add. */
final class DocumentedAcls {
  private static final String COMMAND = "kafka-acls.sh ";

  private DocumentedAcls() {}

  /** One ACL for each operation and resource of each line, in their order. */
  static List<AclBinding> in(Path document) throws IOException {
    try (Stream<String> lines = Files.lines(document)) {
      return lines
          .filter(line -> line.startsWith(COMMAND))
          .flatMap(line -> rights(line.substring(COMMAND.length())).stream())
          .toList();
    }
  }

  private static List<AclBinding> rights(String options) {
    List<AccessControlEntry> entries = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<String> transactions = new ArrayList<>();
    String principal = "";
    PatternType pattern = PatternType.LITERAL;
    Iterator<String> words = Arrays.asList(options.trim().split(" +")).iterator();
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--add" -> {}
        case "--bootstrap-server" -> words.next();
        case "--allow-principal" -> principal = words.next();
        case "--operation" -> entries.add(entry(principal, words.next()));
        case "--topic" -> topics.add(words.next());
        case "--group" -> groups.add(words.next());
        case "--transactional-id" -> transactions.add(words.next());
        case "--resource-pattern-type" ->
            pattern = PatternType.fromString(words.next().toUpperCase(Locale.ROOT));
        default -> throw new IllegalArgumentException(option + " of " + options);
      }
    }
    List<ResourcePattern> resources = new ArrayList<>();
    for (String topic : topics) {
      resources.add(new ResourcePattern(ResourceType.TOPIC, topic, pattern));
    }
    for (String group : groups) {
      resources.add(new ResourcePattern(ResourceType.GROUP, group, pattern));
    }
    for (String transaction : transactions) {
      resources.add(new ResourcePattern(ResourceType.TRANSACTIONAL_ID, transaction, pattern));
    }
    return resources.stream()
        .flatMap(resource -> entries.stream().map(entry -> new AclBinding(resource, entry)))
        .toList();
  }

  private static AccessControlEntry entry(String principal, String operation) {
    return new AccessControlEntry(
        principal, "*", SecurityUtils.operation(operation), AclPermissionType.ALLOW);
  }
}
