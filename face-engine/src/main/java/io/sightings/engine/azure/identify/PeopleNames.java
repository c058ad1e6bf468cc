package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.LargePersonGroupClient;
import io.sightings.engine.azure.people.KnownPerson;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private Map<String, Optional<KnownPerson>> people = new ConcurrentHashMap<>();
  private CompletableFuture<Map<String, Optional<KnownPerson>>> loading;
  private Instant due = Instant.MIN;
  private boolean loaded;
  private volatile String version = "";

  PeopleNames(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.group = settings.group();
    this.refresh = settings.identify().namesRefresh();
    this.patience = settings.identify().patience();
    this.clock = clock;
  }

  /**
   * Who somebody is; empty for somebody who is no longer there. Fails with a {@link FaceException}.
   *
   * @param tally counts what asking costs; lists are nobody's cost in particular
   */
  CompletableFuture<Optional<KnownPerson>> who(String azureId, CallTally tally) {
    return list()
        .thenCompose(
            known -> {
              Optional<KnownPerson> person = known.get(azureId);
              return person != null
                  ? CompletableFuture.completedFuture(person)
                  : single(azureId, known, tally);
            });
  }

  /** Of the group: its id and when it was last trained; empty where that is not known. */
  String version() {
    return version;
  }

  /**
   * The list as it is, or as soon as there is one. An old one serves until the new one is there.
   */
  private synchronized CompletableFuture<Map<String, Optional<KnownPerson>>> list() {
    boolean old = !clock.instant().isBefore(due);
    if (old && (loading == null || loading.isDone())) {
      due = clock.instant().plus(refresh);
      loading = load();
    }
    return loaded ? CompletableFuture.completedFuture(people) : loading;
  }

  private CompletableFuture<Map<String, Optional<KnownPerson>>> load() {
    Map<String, Optional<KnownPerson>> fresh = new ConcurrentHashMap<>();
    return client(new CallTally())
        .getAllPersons(
            page ->
                page.forEach(
                    person -> fresh.put(person.personId(), Optional.of(KnownPerson.of(person)))))
        .handle((pages, failure) -> loaded(fresh, pages, failure));
  }

  private synchronized Map<String, Optional<KnownPerson>> loaded(
      Map<String, Optional<KnownPerson>> fresh, Integer pages, Throwable failure) {
    if (failure == null) {
      people = fresh;
      loaded = true;
      Duration rare = PER_PAGE.multipliedBy(pages);
      due = clock.instant().plus(rare.compareTo(refresh) > 0 ? rare : refresh);
      return fresh;
    }
    if (!loaded) {
      due = Instant.MIN; // nobody can be named without
      throw new CompletionException(
          failure instanceof CompletionException e ? e.getCause() : failure);
    }
    return people;
  }

  private CompletableFuture<Optional<KnownPerson>> single(
      String azureId, Map<String, Optional<KnownPerson>> known, CallTally tally) {
    return client(tally)
        .getPerson(azureId)
        .handle(
            (person, failure) -> {
              if (failure == null) {
                return Optional.of(KnownPerson.of(person));
              }
              Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
              if (cause instanceof FaceException e && e.fault() == FaceFault.NO_PERSON) {
                return Optional.<KnownPerson>empty();
              }
              throw new CompletionException(cause);
            })
        .whenComplete(
            (person, failure) -> {
              if (failure == null) {
                known.put(azureId, person);
              }
            });
  }

  private LargePersonGroupClient client(CallTally tally) {
    CallOptions options = CallOptions.of(Priority.CONTINUE, patience).withTally(tally);
    return resource.group(group, options);
  }
}
