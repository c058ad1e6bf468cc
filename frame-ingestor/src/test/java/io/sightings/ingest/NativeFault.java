package io.sightings.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Decoders that end the process, as FFmpeg's do on an input that nobody has thought of. */
public final class NativeFault extends BytePointer {
  /** Of pictures that no decoder survives. */
  static final int FATAL_WIDTH = 66;

  private NativeFault() {
    super((Pointer) null);
    address = Long.BYTES;
  }

  /** Called by the decoders that are made here. */
  public static void strike(int width) {
    if (width == FATAL_WIDTH) {
      // Native code writes to a page that is never there.
      Pointer.memset(new NativeFault(), 1, 1);
    }
  }

  /**
   * Compiles the product's decoders with the fault in them.
   *
   * @return what has to come before the product on a class path
   */
  static Path decoders(Path folder) throws IOException {
    compile(folder, "file/VideoDecoder", "AVFrame next() throws MediaException {\n");
    compile(folder, "stream/StreamDecoder", "AVFrame receive() {\n");
    return folder;
  }

  private static void compile(Path folder, String name, String anchor) throws IOException {
    String file = name + ".java";
    String source = Files.readString(Path.of("src/main/java/io/sightings/ingest").resolve(file));
    if (!source.contains(anchor)) {
      throw new IllegalStateException(file + " does not hold " + anchor);
    }
    String struck =
        source.replace(
            anchor, anchor + "    io.sightings.ingest.NativeFault.strike(context.width());\n");
    Path written = Files.writeString(folder.resolve(Path.of(file).getFileName()), struck);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        List.of(
            "-proc:none",
            "-nowarn",
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            written.toString());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(file + " does not compile");
    }
  }
}
