import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.core.ModelParsingException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates each file against PDF/A-3a and PDF/UA-1; prints one tab-separated line for each file and flavour. */
public class Check {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
        check(Path.of(file), flavour);
      }
    }
  }

  private static void check(Path file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(file), flavour)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
      ValidationResult result = validator.validate(parser);
      System.out.println(String.join("\t", brandAndName(file), flavour.getId(),
          String.valueOf(result.isCompliant()), String.valueOf(result.getTotalAssertions()), failures(result)));
    } catch (ModelParsingException e) {
      System.out.println(String.join("\t", brandAndName(file), flavour.getId(), "false", "0", e.getMessage()));
    }
  }

  private static String brandAndName(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static String failures(ValidationResult result) {
    StringBuilder told = new StringBuilder();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        told.append(assertion.getRuleId().getClause()).append(' ').append(assertion.getMessage()).append("; ");
      }
    }
    return told.toString().replaceAll("\\s+", " ");
  }
}
