package io.sightings.cli.azure;

import io.sightings.cli.console.Console;
import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.client.FaceOperation;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was paid for. */
public final class Bill {

  private Bill() {}

  /** One line, by operation. */
  public static void print(CallCounts counts, double pricePerThousand, Console console) {
    Map<FaceOperation, CallCounts.Count> sorted = new TreeMap<>(counts.operations());
    String operations =
        sorted.entrySet().stream()
            .filter(each -> each.getValue().paid() > 0)
            .map(each -> each.getKey().words() + " " + each.getValue().paid())
            .collect(Collectors.joining(", "));
    console.say(
        String.format(
            Locale.ROOT,
            "Paid calls: %d%s; about %.3f at %.2f per 1,000.",
            counts.total().paid(),
            operations.isEmpty() ? "" : " (" + operations + ")",
            counts.cost(pricePerThousand),
            pricePerThousand));
  }
}
