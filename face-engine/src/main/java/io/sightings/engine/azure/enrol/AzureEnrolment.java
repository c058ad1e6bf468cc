package io.sightings.engine.azure.enrol;

import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.models.FaceTrainingResult;
import io.sightings.engine.azure.enrol.PhotoVerdict.Kind;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes people known to the group of one resource. It can end at any call and be repeated: what is
 * there already is found by its key and not made again. Blocks; an interrupt ends it.
 */
public final class AzureEnrolment {
  private final GroupSession session;
  private final AzureSettings settings;
  private final EnrolListener listener;
  private final Map<Kind, Integer> photos = new EnumMap<>(Kind.class);

  /**
   * @param resource outlives the enrolment
   */
  public AzureEnrolment(FaceResource resource, AzureSettings settings, EnrolListener listener) {
    this(GroupSession.of(resource, settings), settings, listener);
  }

  AzureEnrolment(GroupSession session, AzureSettings settings, EnrolListener listener) {
    this.session = session;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * @throws EnrolException if it cannot go on; what was done is kept
   * @throws FaceException if the service refuses a call that is needed
   */
  public EnrolReport run(List<Sitter> sitters) {
    if (session.openOrCreate()) {
      say("created the group \"" + settings.group() + "\" in " + session.resource());
    }
    GroupPeople people = new GroupPeople(session);
    people.load();
    int recognisable = enrol(people, sitters);
    people.settle();
    boolean trained = recognisable > 0 && train();
    return new EnrolReport(
        session.resource(),
        photos,
        recognisable,
        trained,
        session.tally().sentCalls(),
        session.tally().paidCalls());
  }

  private int enrol(GroupPeople people, List<Sitter> sitters) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            settings.enrol().parallel(),
            task -> {
              Thread made = new Thread(task, "azure-enrol-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
    try {
      List<CompletableFuture<Boolean>> all = new ArrayList<>();
      CompletableFuture<Void> first = new CompletableFuture<>();
      for (Sitter sitter : sitters) {
        PersonEnrolment one =
            new PersonEnrolment(session, people, settings.enrol(), sitter, this::tell);
        CompletableFuture<Boolean> person = CompletableFuture.supplyAsync(one::run, threads);
        person.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                first.completeExceptionally(
                    failure instanceof CompletionException e ? e.getCause() : failure);
              }
            });
        all.add(person);
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .thenRun(() -> first.complete(null));
      Waiting.on(first);
      return (int) all.stream().filter(CompletableFuture::join).count();
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean train() {
    boolean due = session.trainingDue() || (session.unmarked() && Training.neverSucceeded(session));
    if (due) {
      say("training the group \"" + settings.group() + "\" in " + session.resource());
      new Training(session, new Serial(), settings.enrol()).run();
    }
    return due;
  }

  private synchronized void tell(PhotoVerdict verdict) {
    photos.merge(verdict.kind(), 1, Integer::sum);
    listener.photo(verdict);
  }

  private synchronized void say(String what) {
    listener.step(what);
  }

  private final class Serial implements EnrolListener {
    @Override
    public void photo(PhotoVerdict verdict) {
      tell(verdict);
    }

    @Override
    public void step(String what) {
      say(what);
    }

    @Override
    public void training(FaceTrainingResult state, Duration since) {
      synchronized (AzureEnrolment.this) {
        listener.training(state, since);
      }
    }
  }
}
