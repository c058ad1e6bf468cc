package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.LargePersonGroupClient;
import io.sightings.engine.azure.client.models.FaceOperationStatus;
import io.sightings.engine.azure.client.models.FaceTrainingResult;
import io.sightings.engine.azure.people.KnownPerson;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who the service's person ids are. Listed when first needed, and again from time to time, the
 * rarer the longer the list is; who is not on it is asked for singly. Who was forgotten is nobody,
 * though the group's last training may still know the face.
 */
final class PeopleNames {
  /** A list may take no more than a small part of the calls. */
  private static final Duration PER_PAGE = Duration.ofMinutes(1);

  private final FaceResource resource;
  private final String group;
  private final Duration refresh;
  private final Duration patience;
  private final InstantSource clock;

  /** The first list, by whether it waits while the resource is away: nobody waits for others. */
  private final Map<Boolean, CompletableFuture<People>> first = new HashMap<>();

  /** What was asked for before there was a list, and when. */
  private CompletableFuture<FaceTrainingResult> looked;

  private Instant lookedAt;
  private People people;
  private Instant due;

  /**
   * @param known by the service's id; empty for somebody who is no longer there
   */
  private record People(Map<String, Optional<KnownPerson>> known, String version) {}

  PeopleNames(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.group = settings.group();
    this.refresh = settings.identify().namesRefresh();
    this.patience = settings.identify().patience();
    this.clock = clock;
  }

  /** Of the group: its id and when it was last trained; empty where that is not known. */
  synchronized String version() {
    return people == null ? "" : people.version();
  }

  /** How the group's training went; a list that is read soon does not ask for it again. */
  CompletableFuture<FaceTrainingResult> training(CallOptions options) {
    CompletableFuture<FaceTrainingResult> training =
        resource.group(group, options).getTrainingStatus();
    synchronized (this) {
      looked = training;
      lookedAt = clock.instant();
    }
    return training;
  }

  /** What was looked at lately, unless that failed; else it is asked for. */
  private synchronized CompletableFuture<FaceTrainingResult> training(
      LargePersonGroupClient client) {
    CompletableFuture<FaceTrainingResult> known = looked;
    looked = null;
    boolean fresh = known != null && clock.instant().isBefore(lookedAt.plus(refresh));
    return fresh
        ? known.exceptionallyCompose(failure -> client.getTrainingStatus())
        : client.getTrainingStatus();
  }

  /** Completes when there is a list. */
  CompletableFuture<Void> ready(CallOptions options) {
    return list(options).thenApply(any -> null);
  }

  /**
   * Who somebody is; empty for somebody who is no longer there. Fails with a {@link FaceException}.
   *
   * @param options their tally counts what asking costs; lists are nobody's cost in particular
   */
  CompletableFuture<Optional<KnownPerson>> who(String azureId, CallOptions options) {
    return list(options)
        .thenCompose(
            listed -> {
              Optional<KnownPerson> person = listed.known().get(azureId);
              return person != null
                  ? CompletableFuture.completedFuture(person)
                  : single(azureId, listed, options);
            });
  }

  /**
   * The list as it is, or as soon as there is one. An old one serves until the new one is there.
   */
  private synchronized CompletableFuture<People> list(CallOptions options) {
    if (people != null) {
      if (!clock.instant().isBefore(due)) {
        due = clock.instant().plus(refresh);
        load(CallOptions.of(Priority.RECHECK, patience));
      }
      return CompletableFuture.completedFuture(people);
    }
    return first.compute(
        options.waitsOut(),
        (waits, running) ->
            running == null || running.isDone()
                ? load(options.withPriority(Priority.CONTINUE).withTally(new CallTally()))
                : running);
  }

  private CompletableFuture<People> load(CallOptions options) {
    Map<String, Optional<KnownPerson>> fresh = new ConcurrentHashMap<>();
    LargePersonGroupClient client = resource.group(group, options);
    CompletableFuture<String> version =
        training(client).handle((training, any) -> version(training));
    return client
        .getAllPersons(
            page ->
                page.forEach(
                    person -> fresh.put(person.personId(), Optional.of(KnownPerson.of(person)))))
        .thenCombine(version, (pages, trained) -> loaded(fresh, pages, trained));
  }

  private synchronized People loaded(
      Map<String, Optional<KnownPerson>> fresh, int pages, String version) {
    boolean keep = version.isEmpty() && people != null;
    people = new People(fresh, keep ? people.version() : version);
    Duration rare = PER_PAGE.multipliedBy(pages);
    due = clock.instant().plus(rare.compareTo(refresh) > 0 ? rare : refresh);
    return people;
  }

  /** Empty where the service does not say. */
  private String version(FaceTrainingResult training) {
    if (training == null) {
      return "";
    }
    boolean succeeded = FaceOperationStatus.SUCCEEDED.equals(training.status());
    Instant trained =
        training.lastSuccessfulTrainingDateTime() == null && succeeded
            ? training.lastActionDateTime()
            : training.lastSuccessfulTrainingDateTime();
    return trained == null ? "" : group + "@" + trained;
  }

  private CompletableFuture<Optional<KnownPerson>> single(
      String azureId, People listed, CallOptions options) {
    return resource
        .group(group, options.withPriority(Priority.CONTINUE))
        .getPerson(azureId)
        .handle(
            (person, failure) -> {
              if (failure == null) {
                return Optional.of(KnownPerson.of(person));
              }
              Throwable cause = Failures.cause(failure);
              if (cause instanceof FaceException e && e.fault() == FaceFault.NO_PERSON) {
                return Optional.<KnownPerson>empty();
              }
              throw new CompletionException(cause);
            })
        .whenComplete(
            (person, failure) -> {
              if (failure == null) {
                listed.known().put(azureId, person);
              }
            });
  }
}
