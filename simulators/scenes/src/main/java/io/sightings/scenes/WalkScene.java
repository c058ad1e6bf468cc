package io.sightings.scenes;

import io.sightings.scenes.TrueFrame.VisibleFace;
import io.sightings.scenes.person.PersonPainter;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A room before a fixed camera, through which drawn people walk at known times. Frames are pure
 * functions of the time, so they may be drawn in any order and by many threads.
 */
public final class WalkScene {
  private static final CameraNoise CAMERA = new CameraNoise(0.65, 2);

  /** A face is judged hidden or shown at this many points across and down. */
  private static final int SAMPLES = 20;

  private final int width;
  private final int height;
  private final List<PersonWalk> walks;
  private final long seed;
  private final BufferedImage room;
  private final PersonPainter painter = new PersonPainter();

  /**
   * @param seed decides the grain of the pictures
   */
  public WalkScene(int width, int height, List<PersonWalk> walks, long seed) {
    this.width = width;
    this.height = height;
    this.walks = walks.stream().sorted(Comparator.comparingDouble(PersonWalk::faceHeight)).toList();
    this.seed = seed;
    room = RoomPainter.paint(width, height);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** All walks, farthest from the camera first. */
  public List<PersonWalk> walks() {
    return walks;
  }

  /** When the last walk ends, in seconds. */
  public double seconds() {
    return walks.stream().mapToDouble(PersonWalk::to).max().orElse(0);
  }

  /** The picture at a time; a new TYPE_INT_RGB image that belongs to the caller. */
  public BufferedImage frame(double seconds) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(room, 0, 0, null);
    graphics.dispose();
    for (WalkerPlace place : places(seconds)) {
      painter.paint(picture, place.walk().person(), place.view(), place.x(), place.y());
    }
    CAMERA.degrade(picture, seed + Math.round(seconds * 1000));
    return picture;
  }

  /** The faces of everyone at least partly shown, farthest first. */
  public List<VisibleFace> truth(double seconds) {
    List<WalkerPlace> places = places(seconds);
    List<VisibleFace> faces = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Rectangle2D box = places.get(i).face();
      double shown = shown(box, places.subList(i + 1, places.size()));
      if (shown > 0) {
        faces.add(new VisibleFace(places.get(i).walk().name(), box, shown));
      }
    }
    return faces;
  }

  private double shown(Rectangle2D box, List<WalkerPlace> nearer) {
    Rectangle frame = new Rectangle(width, height);
    int shown = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      double x = box.getX() + (i % SAMPLES + 0.5) / SAMPLES * box.getWidth();
      double y = box.getY() + (i / SAMPLES + 0.5) / SAMPLES * box.getHeight();
      if (frame.contains(x, y) && nearer.stream().noneMatch(place -> place.covers(x, y))) {
        shown++;
      }
    }
    return shown / (double) (SAMPLES * SAMPLES);
  }

  /** Where everyone is, farthest first. */
  private List<WalkerPlace> places(double seconds) {
    return walks.stream()
        .filter(walk -> seconds >= walk.from() && seconds <= walk.to())
        .map(walk -> WalkerPlace.of(walk, seconds, width, height))
        .toList();
  }
}
