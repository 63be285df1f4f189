/** @param {HTMLFormElement} form */
export const enhance = (form) => form.addEventListener("submit", (event) => { event.preventDefault(); console.log("hello", form.noValidate); });
