package io.sightings.job.sighting;

import io.sightings.job.settings.SightingSettings.StrangerSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strangers of one source, while they are remembered. */
final class StrangerMemory {
  private final StrangerSettings settings;
  private final List<KnownStranger> strangers;

  StrangerMemory(StrangerSettings settings, List<KnownStranger> remembered) {
    this.settings = settings;
    this.strangers = new ArrayList<>(remembered);
  }

  /**
   * The stranger these looks belong to.
   *
   * @param threshold similarity from which two faces are one person's
   * @param taken ids that cannot be meant, because their owners are other people right now
   * @return null if no remembered stranger matches
   */
  @Nullable String recall(List<FaceEmbedding> looks, double threshold, Collection<String> taken) {
    String found = null;
    double best = threshold;
    for (KnownStranger stranger : strangers) {
      double similarity = EmbeddingSimilarity.similarity(looks, stranger.looks());
      if (similarity >= best && !taken.contains(stranger.id())) {
        best = similarity;
        found = stranger.id();
      }
    }
    return found;
  }

  void remember(String id, List<FaceEmbedding> looks, long seen) {
    if (looks.isEmpty()) {
      return;
    }
    List<FaceEmbedding> all = looks;
    for (int i = 0; i < strangers.size(); i++) {
      if (strangers.get(i).id().equals(id)) {
        all = EmbeddingSimilarity.joined(strangers.remove(i).looks(), looks);
        break;
      }
    }
    strangers.add(new KnownStranger(id, all, seen));
  }

  /** A person who got a name is no stranger any more. */
  void forget(String id) {
    strangers.removeIf(stranger -> stranger.id().equals(id));
  }

  List<KnownStranger> at(long clock) {
    strangers.removeIf(stranger -> clock - stranger.seen() > settings.remember().toMillis());
    int surplus = Math.max(0, strangers.size() - settings.most());
    return List.copyOf(strangers.subList(surplus, strangers.size()));
  }
}
