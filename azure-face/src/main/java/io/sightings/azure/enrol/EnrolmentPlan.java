package io.sightings.azure.enrol;

import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an enrolment would call, without calling anything: as if no one were enrolled yet and every
 * photo were accepted. What is there already costs less.
 *
 * @param calls by operation, over all resources
 * @param useless photos that would not be sent, with the reason
 */
public record EnrolmentPlan(Map<FaceOperation, Integer> calls, List<EnrolmentPhotoResult> useless) {
  private static final int PAGE = 1000;

  /** A training of a small group takes a second or two. */
  private static final int LOOKS = 2;

  public EnrolmentPlan {
    calls = Map.copyOf(calls);
    useless = List.copyOf(useless);
  }

  public static EnrolmentPlan of(List<EnrolmentPerson> sitters, AzureSettings settings) {
    Map<FaceOperation, Integer> calls = new EnumMap<>(FaceOperation.class);
    List<EnrolmentPhotoResult> useless = new ArrayList<>();
    calls.put(FaceOperation.GET_GROUP, 2);
    calls.put(FaceOperation.CREATE_GROUP, 1);
    calls.put(FaceOperation.LIST_PERSONS, 1 + sitters.size() / PAGE);
    calls.put(FaceOperation.TRAIN, 1);
    calls.put(FaceOperation.GET_TRAINING, LOOKS);
    calls.put(FaceOperation.UPDATE_GROUP, 1);
    for (EnrolmentPerson sitter : sitters) {
      int photos = 0;
      for (Path path : sitter.photos()) {
        String fault = PhotoUpload.fault(path);
        if (fault.isEmpty()) {
          photos++;
        } else {
          useless.add(
              new EnrolmentPhotoResult(sitter, path, EnrolmentPhotoResult.Kind.REJECTED, fault));
        }
      }
      if (photos > 0) {
        calls.merge(FaceOperation.CREATE_PERSON, 1, Integer::sum);
        calls.merge(FaceOperation.UPDATE_PERSON, 1, Integer::sum);
        calls.merge(FaceOperation.DETECT, photos, Integer::sum);
        calls.merge(FaceOperation.ADD_FACE, photos, Integer::sum);
      }
    }
    int resources = settings.configured() ? settings.resources().size() : 1;
    calls.replaceAll((operation, count) -> count * resources);
    return new EnrolmentPlan(calls, useless);
  }

  public int total() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** At most, in the currency of the price. */
  public double cost(double pricePerThousand) {
    return total() * pricePerThousand / 1000;
  }

  /** Such as {@code detect 20}; last the sum and the cost. */
  public List<String> lines(AzureSettings settings) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(calls).forEach((operation, count) -> lines.add(operation.words() + " " + count));
    lines.add(
        String.format(
            Locale.ROOT,
            "at most %d calls, %.2f at %.2f per 1,000; at least %.0f s",
            total(),
            cost(settings.budget().pricePerThousand()),
            settings.budget().pricePerThousand(),
            seconds(settings)));
    return lines;
  }

  /** At least, by the budget of each resource; they are worked on one after the other. */
  private double seconds(AzureSettings settings) {
    BudgetSettings budget = settings.budget();
    double bySecond = total() / (budget.perSecond() * budget.share());
    double byMinute =
        budget.perMinute() == 0 ? 0 : 60.0 * total() / (budget.perMinute() * budget.share());
    return Math.ceil(Math.max(bySecond, byMinute));
  }
}
