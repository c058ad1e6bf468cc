package io.sightings.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.flink.shaded.asm9.org.objectweb.asm.ClassReader;
import org.apache.flink.shaded.asm9.org.objectweb.asm.ClassVisitor;
import org.apache.flink.shaded.asm9.org.objectweb.asm.ClassWriter;
import org.apache.flink.shaded.asm9.org.objectweb.asm.MethodVisitor;
import org.apache.flink.shaded.asm9.org.objectweb.asm.Opcodes;

/**
 * A Java agent for task managers: their picture decoder ends the process, as a fault in native code
 * does, when it meets a marked picture. It needs Flink's class path for ASM.
 */
public final class DecoderCrashAgent implements ClassFileTransformer {
  /** In a comment of the JPEG, which every decoder skips. */
  static final String MARK = "ends the process";

  private static final String DECODER = "io/sightings/engine/image/PictureDecoder";
  private static final String NAME = DecoderCrashAgent.class.getName().replace('.', '/');

  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new DecoderCrashAgent());
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] original) {
    if (!DECODER.equals(name)) {
      return null;
    }
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Armed(writer), 0);
    return writer.toByteArray();
  }

  private static final class Armed extends ClassVisitor {
    Armed(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals("check") || !descriptor.startsWith("([B")) {
        return next;
      }
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          visitVarInsn(Opcodes.ALOAD, 1);
          visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "decoding", "([B)V", false);
        }
      };
    }
  }

  /** Called by the decoder. */
  public static void decoding(byte[] image) throws ReflectiveOperationException {
    if (!new String(image, ISO_8859_1).contains(MARK)) {
      return;
    }
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field unsafe = type.getDeclaredField("theUnsafe");
    unsafe.setAccessible(true);
    // A write to address 0: SIGSEGV, which no JVM survives.
    type.getMethod("putAddress", long.class, long.class).invoke(unsafe.get(null), 0L, 0L);
  }

  /** A picture that looks the same, and is marked. */
  static byte[] marked(byte[] jpeg) {
    byte[] comment = MARK.getBytes(ISO_8859_1);
    byte[] marked = new byte[jpeg.length + comment.length + 4];
    marked[0] = jpeg[0];
    marked[1] = jpeg[1];
    marked[2] = (byte) 0xff;
    marked[3] = (byte) 0xfe;
    marked[5] = (byte) (comment.length + 2);
    System.arraycopy(comment, 0, marked, 6, comment.length);
    System.arraycopy(jpeg, 2, marked, 6 + comment.length, jpeg.length - 2);
    return marked;
  }

  /** The agent as a file for {@code -javaagent}. */
  static Path jar(Path folder) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", DecoderCrashAgent.class.getName());
    Path file = folder.resolve("decoder-crash.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : new String[] {NAME, NAME + "$Armed", NAME + "$Armed$1"}) {
        jar.putNextEntry(new JarEntry(name + ".class"));
        try (InputStream in = DecoderCrashAgent.class.getResourceAsStream("/" + name + ".class")) {
          in.transferTo(jar);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
