package io.sightings.cli.azure;

import io.sightings.azure.call.CallCounts;
import io.sightings.azure.client.FaceOperation;
import io.sightings.toolkit.console.CommandConsole;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was paid for. */
public final class CostSummary {

  private CostSummary() {}

  /** One line, by operation. */
  public static void print(CallCounts counts, double pricePerThousand, CommandConsole console) {
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
