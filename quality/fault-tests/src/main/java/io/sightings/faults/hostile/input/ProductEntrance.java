package io.sightings.faults.hostile.input;

import java.util.List;

/** A place where inputs from outside enter the product. */
public enum ProductEntrance {
  FRAMES(40),
  IMAGES(25),
  VIDEOS(2),
  FILES(5),
  HTTP(18),
  PEOPLE(4),
  SETTINGS(6);

  private final int share;

  ProductEntrance(int share) {
    this.share = share;
  }

  /** The default share of all inputs, in percent. */
  public int share() {
    return share;
  }

  /** What can be sent there. */
  public List<HostileKind> kinds() {
    return switch (this) {
      case FRAMES -> FrameKinds.all();
      case IMAGES -> ImageUploadKinds.all();
      case VIDEOS -> VideoUploadKinds.all();
      case FILES -> FileKinds.all();
      case HTTP -> RequestKinds.all();
      case PEOPLE -> PeopleKinds.all();
      case SETTINGS -> SettingsKinds.all();
    };
  }
}
