package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.FaceIdentificationCandidate;
import io.sightings.engine.azure.people.KnownPerson;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The group of one resource: asks whose a face is, and who that is. */
final class GroupOfResource {
  private final FaceResource resource;
  private final IdentifyBatch batch;
  private final PeopleNames names;
  private final Hindrance hindrance;

  GroupOfResource(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.batch = new IdentifyBatch(resource, settings);
    this.names = new PeopleNames(resource, settings, clock);
    this.hindrance = new Hindrance(clock);
  }

  FaceResource resource() {
    return resource;
  }

  Hindrance hindrance() {
    return hindrance;
  }

  /** Never fails: the answer says why there is no name. */
  CompletableFuture<AzureAnswer> whose(
      String faceId, FaceAttributes attributes, Duration patience) {
    return batch
        .ask(faceId, patience)
        .thenCompose(share -> named(share, attributes))
        .exceptionally(failure -> Failures.answer(failure, attributes, 0, resource.name()))
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                hindrance.learn(answer);
              }
            })
        .thenApply(answer -> answer.by(names.version()));
  }

  private CompletableFuture<AzureAnswer> named(
      IdentifyBatch.Share share, FaceAttributes attributes) {
    CallTally tally = new CallTally();
    CompletableFuture<List<AzureCandidate>> all =
        CompletableFuture.completedFuture(new ArrayList<>());
    for (FaceIdentificationCandidate candidate : share.candidates()) {
      all =
          all.thenCombine(
              names.who(candidate.personId(), tally),
              (list, person) -> {
                person.ifPresent(known -> list.add(candidate(known, candidate)));
                return list;
              });
    }
    return all.handle(
        (list, failure) -> {
          double paid = share.paid() + tally.paidCalls();
          if (failure != null) {
            return Failures.answer(failure, attributes, paid, resource.name());
          }
          if (list.isEmpty()) {
            return AzureAnswer.without(
                Outcome.UNKNOWN,
                "The group does not know this person.",
                attributes,
                paid,
                resource.name());
          }
          return new AzureAnswer(
              Outcome.IDENTIFIED, "", list, attributes, paid, resource.name(), "");
        });
  }

  private static AzureCandidate candidate(
      KnownPerson person, FaceIdentificationCandidate candidate) {
    return new AzureCandidate(person.id(), person.name(), candidate.confidence());
  }
}
