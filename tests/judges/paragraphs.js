// Prints the paragraphs of a Word file, a line each, as docx4js has them: node paragraphs.js FILE NODE_MODULES
const [file, modules] = process.argv.slice(2);
const docx4js = require(`${modules}/docx4js`).default;

const texts = (children) => [].concat(children ?? []).flat(Infinity).filter((child) => typeof child === "string");

docx4js.load(file).then((docx) => {
  docx.render((type, props, children) => {
    const text = texts(children).join("");
    if (["p", "heading"].includes(type)) console.log(text);
    return text;
  });
});
