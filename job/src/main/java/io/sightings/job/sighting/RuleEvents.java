package io.sightings.job.sighting;

import io.sightings.contract.Sighting;

/** What the rules bring about. */
interface RuleEvents {

  /**
   * @param sighting the new revision
   * @param newPerson whether it names another person than the revision before, or is the first
   */
  void published(Sighting sighting, boolean newPerson);

  /** A visit ended that was too brief, or never clear enough, to be a sighting. */
  void tooBrief();

  /** A face in a photo was not good enough to be compared. */
  void unjudged();
}
