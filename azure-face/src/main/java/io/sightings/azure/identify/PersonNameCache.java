package io.sightings.azure.identify;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.people.AzurePerson;
import io.sightings.azure.settings.AzureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who the service's person ids are. A list is read when it is first needed, and again from time to
 * time, the rarer the longer it is; a person who is not on it is asked for singly. A person who was
 * deleted resolves to empty, even if the last training still matches the face.
 *
 * <p>Answers wait for the first list only for a moment, because naming must not depend on it.
 */
final class PersonNameCache {
  /** A list may take no more than a small part of the calls. */
  private static final Duration PER_PAGE = Duration.ofMinutes(1);

  /** How long the first list and the first version have before answers do without. */
  private static final Duration HEAD_START = Duration.ofSeconds(2);

  private final FaceResource resource;
  private final String group;
  private final Duration patience;
  private final RefreshingValue<People> list;
  private final RefreshingValue<FaceTrainingResult> training;

  /** Those asked for singly before there was a list. */
  private final People singles = new People(new ConcurrentHashMap<>(), 0);

  private @Nullable CompletableFuture<Void> headStart;

  /**
   * @param known by the service's id; empty for a deleted person
   */
  private record People(Map<String, Optional<AzurePerson>> known, int pages) {}

  PersonNameCache(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.group = settings.group();
    this.patience = settings.identify().patience();
    Duration refresh = settings.identify().namesRefresh();
    this.training = new RefreshingValue<>(this::readTraining, read -> refresh, clock);
    this.list = new RefreshingValue<>(this::readList, read -> rarer(refresh, read.pages()), clock);
  }

  private static Duration rarer(Duration refresh, int pages) {
    Duration rare = PER_PAGE.multipliedBy(pages);
    return rare.compareTo(refresh) > 0 ? rare : refresh;
  }

  /** Of the group: its id and when it was last trained; empty where that is not known. */
  String version() {
    return training.value().map(this::version).orElse("");
  }

  /** How the group's training went; the list does not ask for it again soon. */
  CompletableFuture<FaceTrainingResult> training() {
    return training.read();
  }

  /** Completes when there is a list and a version, or after a moment without. */
  synchronized CompletableFuture<Void> ready() {
    CompletableFuture<?> people = list.refreshed();
    boolean unread = training.value().isEmpty();
    CompletableFuture<?> version =
        unread ? training.refreshed() : CompletableFuture.completedFuture(null);
    if (headStart == null) {
      headStart = resource.after(HEAD_START);
    }
    return list.value().isPresent() && !unread
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.anyOf(headStart, over(people).thenCombine(over(version), (a, b) -> a))
            .thenApply(any -> null);
  }

  private static CompletableFuture<Void> over(CompletableFuture<?> reading) {
    return reading.handle((any, failure) -> null);
  }

  /**
   * The person; empty for a deleted person. Fails with a {@link FaceException}.
   *
   * @param options their tally counts what asking costs; lists are charged to no single request
   */
  CompletableFuture<Optional<AzurePerson>> who(String azureId, CallOptions options) {
    return ready()
        .thenCompose(
            any -> {
              People people = list.value().orElse(singles);
              Optional<AzurePerson> person = people.known().get(azureId);
              return person != null
                  ? CompletableFuture.completedFuture(person)
                  : single(azureId, people, options);
            });
  }

  private CompletableFuture<People> readList() {
    training.refreshed();
    Map<String, Optional<AzurePerson>> fresh = new ConcurrentHashMap<>();
    return resource
        .group(group, housekeeping(list))
        .getAllPersons(
            page ->
                page.forEach(
                    person -> fresh.put(person.personId(), Optional.of(AzurePerson.of(person)))))
        .thenApply(pages -> new People(fresh, pages));
  }

  private CompletableFuture<FaceTrainingResult> readTraining() {
    return resource.group(group, housekeeping(training)).getTrainingStatus();
  }

  /** The first reading spares calls for single people; later ones can wait. */
  private CallOptions housekeeping(RefreshingValue<?> reading) {
    boolean first = reading.value().isEmpty();
    return CallOptions.of(first ? CallPriority.CONTINUE : CallPriority.RECHECK, patience)
        .asHousekeeping();
  }

  /** Empty where the service does not say. */
  private String version(FaceTrainingResult training) {
    boolean succeeded = FaceApiConstants.SUCCEEDED.equals(training.status());
    Instant trained =
        training.lastSuccessfulTrainingDateTime() == null && succeeded
            ? training.lastActionDateTime()
            : training.lastSuccessfulTrainingDateTime();
    return trained == null ? "" : group + "@" + trained;
  }

  /** What the question has cost so far is lost without this call, so it waits out an outage. */
  private CompletableFuture<Optional<AzurePerson>> single(
      String azureId, People people, CallOptions options) {
    return resource
        .group(group, options.waitingOut())
        .getPerson(azureId)
        .handle(
            (person, failure) -> {
              if (failure == null) {
                return Optional.of(AzurePerson.of(person));
              }
              Throwable cause = IdentifyErrorMapper.cause(failure);
              if (cause instanceof FaceException e && e.fault() == FaceErrorKind.NO_PERSON) {
                return Optional.<AzurePerson>empty();
              }
              throw new CompletionException(cause);
            })
        .whenComplete(
            (person, failure) -> {
              if (failure == null) {
                people.known().put(azureId, person);
              }
            });
  }
}
