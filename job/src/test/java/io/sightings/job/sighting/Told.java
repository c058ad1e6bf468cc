package io.sightings.job.sighting;

import io.sightings.contract.Sighting;
import java.util.ArrayList;
import java.util.List;

/** Remembers all that the rules brought about. */
final class Told implements RuleEvents {
  final List<Sighting> revisions = new ArrayList<>();
  final List<String> newPeople = new ArrayList<>();
  int tooBrief;
  int unjudged;

  @Override
  public void published(Sighting sighting, boolean newPerson) {
    revisions.add(sighting);
    if (newPerson) {
      newPeople.add(sighting.person().id());
    }
  }

  @Override
  public void tooBrief() {
    tooBrief++;
  }

  @Override
  public void unjudged() {
    unjudged++;
  }
}
