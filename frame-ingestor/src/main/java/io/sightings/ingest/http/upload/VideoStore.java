package io.sightings.ingest.http.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.file.PrivateFiles;
import io.sightings.ingest.folder.ExpiredUploads;
import io.sightings.ingest.folder.FolderWatch;
import io.sightings.ingest.settings.FolderSettings;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a source where uploaded videos wait to be read. What is in it under its own name is
 * complete, has its capture time beside it where one was stated, and survives a loss of power.
 */
final class VideoStore {
  private static final String PART = ".part";
  private static final String START = ".start";

  private final Path folder;

  VideoStore(IngestorSettings settings, String source) {
    folder = FolderWatch.uploads(settings, source);
  }

  /**
   * Deletes what no upload will ever finish, and rejected uploads that are too old. To be called
   * before there are any.
   *
   * @throws IOException if that cannot be done; the text says where and why
   */
  static void clean(IngestorSettings settings) throws IOException {
    Path all = FolderWatch.uploads(settings);
    try {
      clean(all, settings.folders());
    } catch (IOException e) {
      throw new IOException(
          "unfinished uploads in %s cannot be deleted (%s): check its permissions"
              .formatted(all, e),
          e);
    }
  }

  private static void clean(Path all, FolderSettings settings) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    try (Stream<Path> folders = Files.list(all)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + PART)) {
          for (Path part : parts) {
            Files.deleteIfExists(part);
          }
        }
        // Of sources, too, that are declared no more.
        new ExpiredUploads(folder, settings).deleteRejected();
      }
    }
  }

  /** Bytes there is room for. */
  long room() throws IOException {
    PrivateFiles.createFolder(folder);
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Whether a video of that name waits already. */
  boolean holds(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** Begins a video; where two do at once under the same name, the later one counts. */
  Incoming begin(String name, String attempt) throws IOException {
    return new Incoming(name, folder.resolve("." + name + "." + attempt + PART));
  }

  /** A video that is being received; gone when it is closed without having been kept. */
  final class Incoming implements AutoCloseable {
    private final String name;
    private final Path part;
    private final FileChannel file;

    private Incoming(String name, Path part) throws IOException {
      this.name = name;
      this.part = part;
      file =
          FileChannel.open(
              part,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PrivateFiles.attributes(part));
    }

    void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }

    /**
     * Gives it its name.
     *
     * @param start capture time of the first frame
     */
    void keep(@Nullable Instant start) throws IOException {
      file.force(true);
      file.close();
      Path video = folder.resolve(name);
      Path note = folder.resolve(name + START);
      if (start == null) {
        Files.deleteIfExists(note);
      } else {
        writeWhole(note, start.toString());
      }
      Files.move(part, video, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder();
    }

    @Override
    public void close() throws IOException {
      file.close();
      Files.deleteIfExists(part);
    }
  }

  private static void writeWhole(Path file, String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            PrivateFiles.attributes(file))) {
      out.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
      out.force(true);
    }
  }

  /** A new name is on disk when its folder is. Windows opens no folder, and needs no such thing. */
  private void forceFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }
}
